def errors = new File(basedir, 'build.log').readLines().findAll { it.startsWith('[ERROR]') }.join('\n')

assert errors =~ /verify-woven .* on project sre-agent-app: .*\b[1-9]\d* spans? annotated, 0 woven\./
assert errors.contains('there is no contract.')
