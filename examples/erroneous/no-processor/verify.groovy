def log = new File(basedir, 'build.log').text

assert log.contains('com.example.PodTool.podStatus(String) (PodTool.java:10), span "tool.get_pods":' +
        ' there is no contract. Fix: run the annotation processor.')
assert log.contains('from JDK 23 javac runs no processor from the class path unless told')
assert log.contains('1 span annotated, 0 woven.')
