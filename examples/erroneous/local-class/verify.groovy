def errors = new File(basedir, 'build.log').readLines().findAll { it.startsWith('[ERROR]') }.join('\n')

assert errors.contains('[SRE202] com.example.PodTool$1.get() (PodTool.java:14), span "tool.get_pods":' +
        ' it is declared in a local or anonymous class.')
