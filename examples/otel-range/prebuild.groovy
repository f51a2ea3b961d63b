// Its own pom is without delivery, whose SDK has a version of its own.
evaluate(new File(examples as String, 'src/it/copy-hello-agent.groovy'))('pom.xml', 'src/main/java/com/example/hello/Main.java')
