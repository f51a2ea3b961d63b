import javax.xml.parsers.DocumentBuilderFactory
import javax.xml.transform.TransformerFactory
import javax.xml.transform.dom.DOMSource
import javax.xml.transform.stream.StreamResult
import java.nio.file.Files
import java.nio.file.StandardCopyOption

/*
 * Copies the app's module into the folder of the invoked build, without one element of its pom: the only <tag> whose
 * artifactId is the given one. Fails if there is no such element, or more than one, so that the app's pom cannot change
 * under the tests that use this.
 */
return { String tag, String artifactId ->
    def repository = new File(examples as String).parentFile.toPath()
    def target = basedir.toPath()

    def copy = { from, to ->
        Files.createDirectories(to.parent)
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING)
    }
    def app = repository.resolve('sre-agent-app')
    Files.walk(app).withCloseable { files ->
        files.filter { Files.isRegularFile(it) && !app.relativize(it).startsWith('target') }
             .forEach { copy(it, target.resolve(app.relativize(it).toString())) }
    }

    def pom = target.resolve('pom.xml').toFile()
    def document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom)
    def all = document.getElementsByTagName(tag)
    def found = (0..<all.length).collect { all.item(it) }.findAll { element ->
        element.childNodes.any { it.nodeName == 'artifactId' && it.textContent.trim() == artifactId }
    }
    assert found.size() == 1: "Expected one <$tag> of $artifactId in sre-agent-app/pom.xml, found ${found.size()}"
    found[0].parentNode.removeChild(found[0])
    TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(pom))
}
