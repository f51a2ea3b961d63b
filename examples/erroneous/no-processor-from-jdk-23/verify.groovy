def errors = new File(basedir, 'build.log').readLines().findAll { it.startsWith('[ERROR]') }.join('\n')

assert errors.contains('[SRE201] com.example.PodTool.podStatus(String) (PodTool.java:10), span "tool.get_pods":' +
        ' there is no contract.')
assert errors.contains('from JDK 23 javac runs no processor from the class path unless told')
assert errors.contains('1 span annotated, 0 woven.')
