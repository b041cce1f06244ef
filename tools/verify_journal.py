#!/usr/bin/env python3
"""Verifies a Medulla journal without Medulla: python3 verify_journal.py journal.db [study]"""
import hashlib
import pathlib
import sqlite3
import sys


def seal(previous, study, position, recorded_at, actor, fact_name, fact_version, payload):
    fields = [study, b"%d" % position, recorded_at, actor, fact_name, b"%d" % fact_version, payload]
    return hashlib.sha256(previous + b"".join(b"%d:%s" % (len(field), field) for field in fields)).digest()


def verdict(journals, study):
    previous, rows = bytes(32), journals[study]
    for index, (position, *fact, stored) in enumerate(rows):
        expected = index + 1
        if position != expected:
            return False, f"entry {expected} missing"
        if seal(previous, study, expected, *fact) != stored:
            if any(seal(previous, study, expected, *later[1:-1]) == later[-1] for later in rows[expected:]):
                return False, f"entry {expected} reordered"
            for other in journals.keys() - {study}:
                places = enumerate([bytes(32)] + [row[-1] for row in journals[other]], start=1)
                if any(seal(before, other, place, *fact) == stored for place, before in places):
                    return False, f"entry {expected} foreign"
            return False, f"entry {expected} altered"
        previous = stored
    return True, f"{len(rows)} entries, seal {previous.hex()}"


connection = sqlite3.connect(pathlib.Path(sys.argv[1]).resolve().as_uri() + "?mode=ro", uri=True)
connection.text_factory = bytes  # the bytes as stored: what was sealed
journals = {}
for study, *row in connection.execute(
        "SELECT study, position, recorded_at, actor, fact_name, fact_version, payload, seal"
        " FROM journal ORDER BY study, position"):
    journals.setdefault(study, []).append(row)
wanted = [name.encode() for name in sys.argv[2:]] or sorted(journals)
results = {study: verdict(journals | {study: journals.get(study, [])}, study) for study in wanted}
for study, (_, text) in results.items():
    print(f"{study.decode()}: {text}")
sys.exit(0 if all(sound for sound, _ in results.values()) else 1)
