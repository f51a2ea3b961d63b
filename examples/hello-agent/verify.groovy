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

// The pom stands alone, so it repeats versions that the root pom decides on. Here they are held together.
def versions = { File pom ->
    def project = new groovy.xml.XmlSlurper().parse(pom)
    def properties = project.'properties'.children().collectEntries { [it.name(), it.text()] }
    properties['project.version'] = project.version.text()
    project.'**'.findAll { it.artifactId.text() && it.version.text() }.collectEntries {
        def version = it.version.text()
        [it.artifactId.text(), version.startsWith('${') ? properties[version[2..-2]] : version]
    }
}
def root = versions(new File(new File(examples as String).parentFile, 'pom.xml'))
def decidedBy = [
    'sre-observability-bom': 'sre-observability-processor',
    'slf4j-simple': 'slf4j-api',
    'junit-jupiter': 'junit-bom',
    'opentelemetry-sdk-testing': 'opentelemetry-bom',
]
def repeated = versions(new File(basedir, 'pom.xml'))
['hello-agent', 'sre-observability-maven-plugin', 'exec-maven-plugin'].each { assert repeated.remove(it) }
def differing = repeated.findAll { artifact, version -> !version || version != root[decidedBy[artifact] ?: artifact] }
assert differing.isEmpty(): "$differing differ from the root pom's versions"

// docs/add-to-your-build.md shows this pom, but for two choices that are this example's own. Indentation does not count.
def lines = { String xml -> xml.readLines()*.trim().findAll().join('\n') }
def page = new File(new File(examples as String).parentFile, 'docs/add-to-your-build.md').text
def shown = (page =~ /(?s)```xml\n(.*?)```/).collect { lines(it[1]) }
def pom = lines(new File(basedir, 'pom.xml').text
    .replaceFirst(/(?s) *<compilerArgs>.*?<\/compilerArgs>\n/, '')
    .replaceFirst(/(?s) *<executions>\s*<!-- The tests have no spans\..*?<\/executions>\n/, ''))
assert shown.size() == 4
shown.each { assert pom.contains(it): "docs/add-to-your-build.md shows what examples/hello-agent/pom.xml does not have:\n$it" }
assert shown.last().contains('sre-observability-processor') && shown.last().contains('aspectj-maven-plugin')
assert shown.last().contains('sre-observability-maven-plugin')

// The goals of the block have looked at something.
assert log.contains('Checked 2 files.')
assert log.contains('docs/reference/span-attributes.md is what 1 module emits.')
