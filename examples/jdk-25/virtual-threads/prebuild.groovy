evaluate(new File(examples as String, 'src/it/copy-hello-agent.groovy'))()
