def appWithout = evaluate(new File(examples as String, 'src/it/app-without.groovy'))

appWithout('path', 'sre-observability-processor')
