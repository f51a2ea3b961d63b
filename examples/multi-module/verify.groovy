def log = new File(basedir, 'build.log').text

assert log.count('1 span annotated, 1 woven.') == 2
assert log =~ /Tests run: 3, Failures: 0, Errors: 0, Skipped: 0/
assert !log.contains('[WARNING]')

// The constants of both registries were generated once, where they were first needed.
def constants = { module, name -> new File(basedir, "$module/target/classes/com/example/${name}.class").isFile() }
assert constants('pod-tools', 'telemetry/SpanNames')
assert constants('pod-tools', 'pods/telemetry/ExtensionAttributes')
assert !constants('agent', 'telemetry/SpanNames')

// The combined page is the committed one; the build has compared them.
def page = new File(basedir, 'docs/reference/span-attributes.md').text
['job.clean_up', 'tool.get_pod_status', 'example.tenant', 'pods.restarts', 'NightJobs'].each { assert page.contains(it) }
assert log.contains('docs/reference/span-attributes.md is what 2 modules emit.')

// A dashboard and a query name what both modules emit: a metric and a span of each, and attributes of both registries.
assert log.contains('Checked 2 files.')
