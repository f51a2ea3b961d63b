def log = new File(basedir, 'build.log').text
def generated = new File(basedir, 'target/generated-sources/annotations/com/example/hello')
def classes = new File(basedir, 'target/classes')

assert log.contains('3 spans annotated, 3 woven.')
assert log =~ /Tests run: [1-9]\d*, Failures: 0, Errors: 0, Skipped: 0/

// What the README tells people to look at.
['HelloAgent', 'Memory', 'PodTool'].each {
    assert new File(generated, "${it}_SpanAspect.aj").isFile()
    assert new File(generated, "${it}_SpanBinding.java").isFile()
}
def contract = new groovy.json.JsonSlurper().parse(new File(classes, 'META-INF/sre-observability/contract.json'))
assert contract.points*.span == ['agent.hello.execute', 'memory.retrieve', 'tool.get_pod_status']
assert new File(classes, 'META-INF/sre-observability/span-attributes.md').text.contains('agent.hello.execute')

// What Main prints.
assert log.contains('web-app is in CrashLoopBackOff after 7 restarts')
assert log.contains('I cannot tell about no-such-pod: There is no such pod.')
