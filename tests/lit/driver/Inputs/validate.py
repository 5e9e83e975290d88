"""validate.py FILE SCHEMA: prints where a JSON file breaks its JSON Schema, and
'valid' if nowhere."""

import json
import sys

import jsonschema


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        schema = json.load(file)
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    checker = jsonschema.FormatChecker()
    errors = sorted(kind(schema, format_checker=checker).iter_errors(document),
                    key=lambda error: error.json_path)
    for error in errors:
        print("%s: %s" % (error.json_path, error.message[:300]))
    print("%d errors" % len(errors) if errors else "valid")
    sys.exit(bool(errors))


if __name__ == "__main__":
    main()
