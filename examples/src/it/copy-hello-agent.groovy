import java.nio.file.Files
import java.nio.file.StandardCopyOption

/*
 * Copies hello-agent into the folder of the invoked build, without what belongs to its own invocation and without the files
 * whose paths are given.
 */
return { String... without ->
    def source = new File(examples as String, 'hello-agent').toPath()
    def target = basedir.toPath()
    def left = (['invoker.properties', 'verify.groovy'] + (without as List)).toSet()
    Files.walk(source).withCloseable { files ->
        files.filter { Files.isRegularFile(it) }
             .filter { !left.contains(source.relativize(it).toString()) && !source.relativize(it).startsWith('target') }
             .forEach {
                 def copy = target.resolve(source.relativize(it).toString())
                 Files.createDirectories(copy.parent)
                 Files.copy(it, copy, StandardCopyOption.REPLACE_EXISTING)
             }
    }
}
