"""Content: the words and numbers as data, and the one reader that turns them into a Topic."""

from teachback.content.deployment import Deployment, read_deployment
from teachback.content.schema import schemas
from teachback.content.standalone import check_file, load_quiz
from teachback.content.topic import Topic, load_topic, read_topic, topic_folder

__all__ = [
    "Deployment",
    "Topic",
    "check_file",
    "load_quiz",
    "load_topic",
    "read_deployment",
    "read_topic",
    "schemas",
    "topic_folder",
]
