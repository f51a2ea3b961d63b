def errors = new File(basedir, 'build.log').readLines().findAll { it.startsWith('[ERROR]') }.join('\n')

assert errors.contains('[SRE204] com.example.PodTool.podStatus(String) (PodTool.java:10), span "tool.get_pods":' +
        ' its body does not call its aspect.')
assert errors.contains('org.codehaus.mojo:aspectj-maven-plugin')
assert errors.contains('1 span annotated, 0 woven.')
