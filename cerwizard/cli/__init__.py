"""The command line: a full second front of the program, without Qt."""
