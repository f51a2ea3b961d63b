def errors = new File(basedir, 'build.log').readLines().findAll { it.startsWith('[ERROR]') }.join('\n')

assert errors.contains('PodTool.java:[10,37] [SRE020] The registry has no attribute `sre.usr_id`.')
assert errors.contains('Did you mean `sre.user_id`?')
assert errors.contains('docs/diagnostics.md#sre020')
