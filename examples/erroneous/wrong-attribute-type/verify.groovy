def errors = new File(basedir, 'build.log').readLines().findAll { it.startsWith('[ERROR]') }.join('\n')

assert errors.contains('PodTool.java:[10,37] [SRE022] `sre.attempt` is of type int: it cannot be set from String')
assert errors.contains('name a path to a fitting value with `from`')
assert errors.contains('docs/diagnostics.md#sre022')
