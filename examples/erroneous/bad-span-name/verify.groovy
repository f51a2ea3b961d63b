def errors = new File(basedir, 'build.log').readLines().findAll { it.startsWith('[ERROR]') }.join('\n')

assert errors.contains('PodTool.java:[8,15] [SRE001] `tool.GetPods` is not a span name')
assert errors.contains('Did you mean `tool.get_pods`?')
assert errors.contains('docs/diagnostics.md#sre001')
