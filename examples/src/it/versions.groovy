import groovy.io.FileType
import groovy.xml.XmlSlurper

/*
 * The poms of the examples stand alone, so they repeat versions that the root pom decides on. Here all of them are held
 * together: fails if an example has a version that is not the root pom's, or one that the root pom knows nothing of.
 */
return { File repository ->
    // The root pom has another artifact of the same family. Null: nobody but an example uses it.
    def decidedBy = [
        'sre-observability-bom': 'sre-observability-processor',
        'sre-observability-maven-plugin': 'sre-observability-processor',
        'slf4j-simple': 'slf4j-api',
        'junit-jupiter': 'junit-bom',
        'opentelemetry-api': 'opentelemetry-bom',
        'opentelemetry-common': 'opentelemetry-bom',
        'opentelemetry-context': 'opentelemetry-bom',
        'opentelemetry-sdk-testing': 'opentelemetry-bom',
        'exec-maven-plugin': null,
        'lombok': null,
    ]

    def properties
    properties = { File pom ->
        def project = new XmlSlurper().parse(pom)
        def own = project.'properties'.children().collectEntries { [it.name(), it.text()] }
        def parent = new File(pom.parentFile.parentFile, 'pom.xml')
        def inherited = project.parent.isEmpty() || !parent.isFile() ? [:] : properties(parent)
        inherited + own + ['project.version': (project.version.text() ?: project.parent.version.text())]
    }
    // Pairs of artifact and version. The examples' own modules are all of the group com.example.
    def versions = { File pom ->
        def values = properties(pom)
        new XmlSlurper().parse(pom).'**'
            .findAll { it.artifactId.text() && it.version.text() && it.groupId.text() != 'com.example' }
            .collect {
                def version = it.version.text()
                [it.artifactId.text(), version.startsWith('${') ? values[version[2..-2]] : version]
            }
    }

    def root = versions(new File(repository, 'pom.xml')).collectEntries { it }
    def poms = []
    new File(repository, 'examples').eachFileRecurse(FileType.FILES) {
        def path = repository.toPath().relativize(it.toPath())
        if (it.name == 'pom.xml' && path.nameCount > 2 && !path.any { part -> part.toString() == 'target' }) poms << it
    }
    assert poms.size() >= 15: "Only ${poms.size()} poms of examples were found"
    def differing = poms.collectMany { pom ->
        def repeated = versions(pom)
        assert repeated || !new XmlSlurper().parse(pom).parent.isEmpty(): "$pom: a pom without a parent names versions"
        repeated
            .findAll { artifact, version -> decidedBy.getOrDefault(artifact, artifact) != null }
            .findAll { artifact, version -> !version || version != root[decidedBy[artifact] ?: artifact] }
            .collect { artifact, version -> "${repository.toPath().relativize(pom.toPath())}: $artifact $version" as String }
    }
    assert differing.isEmpty(): "The root pom has other versions than these: $differing"
}
