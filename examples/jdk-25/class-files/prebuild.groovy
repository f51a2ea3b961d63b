import java.nio.file.Files
import java.nio.file.StandardCopyOption

def source = new File(examples as String, 'hello-agent').toPath()
def target = basedir.toPath()
Files.walk(source).withCloseable { files ->
    files.filter { Files.isRegularFile(it) && !it.fileName.toString().endsWith('.groovy') }
         .filter { it.fileName.toString() != 'invoker.properties' && !source.relativize(it).startsWith('target') }
         .forEach {
             def copy = target.resolve(source.relativize(it).toString())
             Files.createDirectories(copy.parent)
             Files.copy(it, copy, StandardCopyOption.REPLACE_EXISTING)
         }
}
