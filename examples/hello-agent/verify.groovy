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

// The poms of all examples have the versions of the root pom.
evaluate(new File(examples as String, 'src/it/versions.groovy'))(new File(examples as String).parentFile)

// The page shows this pom, but for two choices that are this example's own.
def shown = evaluate(new File(examples as String, 'src/it/add-to-your-build.groovy'))(
    '## 1. Versions', '## IDEs', new File(basedir, 'pom.xml').text
        .replaceFirst(/(?s) *<compilerArgs>.*?<\/compilerArgs>\n/, '')
        .replaceFirst(/(?s) *<executions>\s*<!-- The tests have no spans\..*?<\/executions>\n/, ''))
assert shown.size() == 4
assert shown.last().contains('sre-observability-processor') && shown.last().contains('aspectj-maven-plugin')
assert shown.last().contains('sre-observability-maven-plugin')

// The goals of the block have looked at something.
assert log.contains('Checked 2 files.')
assert log.contains('docs/reference/span-attributes.md is what 1 module emits.')
