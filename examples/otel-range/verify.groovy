def log = new File(basedir, 'build.log').text
def readme = new File(new File(examples as String).parentFile, 'README.md').text

assert log.contains('3 spans annotated, 3 woven.')
def versions = (log =~ /Woven classes ran with opentelemetry-api-([0-9.]+)\.jar/).collect { it[1] }
assert versions == ['1.65.0', '1.57.0', '1.62.0', '1.68.0']
assert (log =~ /Tests run: (?:[6-9]|\d\d+), Failures: 0, Errors: 0, Skipped: 0\n/).size() >= versions.size()

// One compilation for all of them.
assert log.count(':compile (default-compile)') == 1
assert log.count(':compile (weave)') == 1

// What the README promises.
assert readme.contains('OpenTelemetry API 1.57.0 to 1.68.0')
