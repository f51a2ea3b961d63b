def errors = new File(basedir, 'build.log').readLines().findAll { it.startsWith('[ERROR]') }.join('\n')

assert errors.contains('[SRE223] dashboards/pods.json:8:35 $.widgets[0].properties.metrics[0][1]:' +
        ' no contract emits the metric "ToolExecutions". Did you mean "ToolExecution"?')
assert errors.contains('[SRE226] dashboards/slow-pods.query:1:15: no contract emits a span that is "tool.get_pod".' +
        ' Did you mean "tool.get_pods"?')
assert errors.contains('[SRE227] dashboards/slow-pods.query:2:54: no contract emits the attribute "sre.tool_nam".' +
        ' Did you mean "sre.tool_name"?')
assert errors.contains('docs/build-proofs.md#sre223')
assert errors =~ /check-consumers .* on project missing-metric: .* there are 3 problems\./
