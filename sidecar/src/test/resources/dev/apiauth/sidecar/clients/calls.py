"""What a script does with the package jira; prints what came of it."""

import sys

from jira import JIRA, JIRAError


def work(jira):
    print("projects", " ".join(project.key for project in jira.projects()))
    issue = jira.create_issue(
        fields={"project": {"key": "ABC"}, "summary": "by Python", "issuetype": {"name": "Task"}}
    )
    comment = jira.add_comment(issue.key, "from a script")
    print("comment by", comment.author.name)


def refusal(jira):
    try:
        jira.projects()
    except JIRAError as error:
        print("JIRAError", error.status_code, error.text)


what, address, token = sys.argv[1:]
client = JIRA(server=address, token_auth=token, get_server_info=False, max_retries=0)
{"work": work, "refusal": refusal}[what](client)
