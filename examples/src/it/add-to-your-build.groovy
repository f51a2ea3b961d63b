/*
 * docs/add-to-your-build.md shows parts of poms of the examples. Fails if a pom has not, line by line, what the page shows
 * between two of its texts; indentation does not count. Gives back what is shown.
 */
return { String from, String to, String pom ->
    def lines = { String xml -> xml.readLines()*.trim().findAll().join('\n') }
    def page = new File(new File(examples as String).parentFile, 'docs/add-to-your-build.md').text
    assert page.count(from) == 1 && page.count(to) == 1 && page.indexOf(from) < page.indexOf(to)
    def part = page[page.indexOf(from)..<page.indexOf(to)]
    def shown = (part =~ /(?s)```xml\n(.*?)```/).collect { lines(it[1]) }
    shown.each {
        assert lines(pom).contains(it): "docs/add-to-your-build.md shows what the pom of this example does not have:\n$it"
    }
    return shown
}
