def errors = new File(basedir, 'build.log').readLines().findAll { it.startsWith('[ERROR]') }.join('\n')

assert errors.contains('PodTool.java:[10,37] [SRE022] `sre.attempt` is of type int: it cannot be set from String')
assert errors.contains('it takes byte, short, int, long and their boxes')
assert errors.contains('docs/diagnostics.md#sre022')
