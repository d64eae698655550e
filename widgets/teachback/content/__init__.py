"""Content: the words and numbers as data, and the one reader that turns them into a Topic."""

from teachback.content.advice import advise
from teachback.content.deployment import Deployment, read_deployment
from teachback.content.exams import exam_forms, exam_mistakes, story_question
from teachback.content.reckon import calculate
from teachback.content.schema import schemas
from teachback.content.signatures import ToSign, to_sign
from teachback.content.standalone import load_quiz, read_file
from teachback.content.topic import TOPIC, Topic, load_topic, read_files, read_topic, topic_folder

__all__ = [
    "TOPIC",
    "Deployment",
    "ToSign",
    "Topic",
    "advise",
    "calculate",
    "exam_forms",
    "exam_mistakes",
    "load_quiz",
    "load_topic",
    "read_deployment",
    "read_file",
    "read_files",
    "read_topic",
    "schemas",
    "story_question",
    "to_sign",
    "topic_folder",
]
