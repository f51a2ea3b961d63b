def log = new File(basedir, 'build.log').text

// docs/testing.md shows parts of this project: its code and its pom, line by line.
def lines = { String text -> text.readLines()*.trim().findAll().join('\n') }
def sources = lines(['pom.xml',
        'src/test/java/com/example/tested/PodAgentTest.java',
        'src/test/java/com/example/tested/PodToolTest.java'].collect { new File(basedir, it).text }.join('\n'))
def page = new File(new File(examples as String).parentFile, 'docs/testing.md').text
def shown = (page =~ /(?s)```(?:java|xml)\n(.*?)```/).collect { lines(it[1]) }
assert shown.size() >= 3
shown.each {
    assert sources.contains(it): "docs/testing.md shows what this example does not have:\n$it"
}

assert log.contains('2 spans annotated, 2 woven.')
assert log.contains('Tests run: 3, Failures: 0, Errors: 0, Skipped: 0')
