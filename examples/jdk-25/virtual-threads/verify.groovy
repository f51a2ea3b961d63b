def log = new File(basedir, 'build.log').text

assert log.contains('3 spans annotated, 3 woven.')
assert log =~ /Tests run: [1-9]\d*, Failures: 0, Errors: 0, Skipped: 0.*VirtualThreadsTest/
