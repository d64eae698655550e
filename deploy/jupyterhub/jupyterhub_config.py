"""A JupyterHub that starts one dashboard for each user; `make hub` runs it with two of them.

Say who may come: an authenticator of your own, and Authenticator.allowed_users or allow_all.
"""

c = get_config()  # noqa: F821  JupyterHub reads this file

# --hub: before every page the user logs in at the hub, and no other user gets in.
c.Spawner.cmd = ["teachback", "serve", "/course/notebooks", "--hub", "--kernels", "10"]
c.Spawner.environment = {"TEACHBACK_DEPLOYMENT": "/course/deployment.yaml"}
c.Spawner.http_timeout = 120  # a server answers once its pages are prepared
c.JupyterHub.log_level = "WARN"  # from "INFO" on, the hub writes down who asked for which page
