"""Tells in JSON what feedparser understands of the Atom or RSS feed at an address."""

import calendar
import json
import sys

import feedparser


def read(address, **known):
    # What it would take out of the HTML is not what is asked here.
    return feedparser.parse(address, sanitize_html=False, resolve_relative_uris=False, **known)


def seconds(time):
    return None if time is None else calendar.timegm(time)


def links(place):
    return {link.rel: link.href for link in place.get("links", [])}


def entry(found):
    return {
        "id": found.get("id"),
        "link": found.get("link"),
        "title": found.get("title"),
        "author": found.get("author"),
        "published": seconds(found.get("published_parsed")),
        # Asked for by itself feedparser would tell the other instead.
        "updated": seconds(dict.get(found, "updated_parsed")),
        "content": found.content[0].value,
        "language": found.content[0].language,
        "tags": [tag.term for tag in found.get("tags", [])],
    }


address = sys.argv[1]
found = read(address)
print(json.dumps({
    "fault": str(found.bozo_exception) if found.bozo else None,
    "version": found.version,
    "title": found.feed.get("title"),
    "description": found.feed.get("subtitle"),
    "home": found.feed.get("link"),
    "self": links(found.feed).get("self"),
    "next": links(found.feed).get("next"),
    "entries": [entry(each) for each in found.entries],
    "again": read(address, etag=found.get("etag")).status,
}))
