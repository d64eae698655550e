"""A slow line in front of a server: `python -m benchmarks.proxy PORT SERVER_PORT`.

Every byte is held back on its way, those of web sockets too (Chromium's own emulation of a slow
network leaves web sockets alone). A new connection waits one round trip, as a handshake would.
"""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress

ROUND_TRIP = 0.150
READY = "proxy ready"


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Pass all bytes on, each half a round trip late, in their order."""
    loop = asyncio.get_running_loop()
    on_the_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
    arriving = asyncio.create_task(_deliver(on_the_way, writer))
    with suppress(ConnectionError):
        while data := await reader.read(65536):
            on_the_way.put_nowait((loop.time() + ROUND_TRIP / 2, data))
    on_the_way.put_nowait((loop.time() + ROUND_TRIP / 2, b""))
    await arriving


async def _deliver(
    on_the_way: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter
) -> None:
    loop = asyncio.get_running_loop()
    with suppress(ConnectionError):
        while True:
            due, data = await on_the_way.get()
            await asyncio.sleep(due - loop.time())
            if not data:
                break
            writer.write(data)
            await writer.drain()
    writer.close()


async def _serve(port: int, server_port: int) -> None:
    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(ROUND_TRIP)
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", server_port)
        await asyncio.gather(_pass_on(reader, far_writer), _pass_on(far_reader, writer))

    server = await asyncio.start_server(connected, "127.0.0.1", port)
    print(READY, flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), int(sys.argv[2])))
