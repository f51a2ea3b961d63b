def log = new File(basedir, 'build.log').text

// verify-woven compares contract, annotations and woven calls after every step.
assert log.findAll(/\d+ spans? annotated, \d+ woven\.|nothing to prove\./) == [
    '3 spans annotated, 3 woven.',
    '3 spans annotated, 3 woven.',
    '3 spans annotated, 3 woven.',
    '3 spans annotated, 3 woven.',
    '2 spans annotated, 2 woven.',
    '2 spans annotated, 2 woven.',
    'nothing to prove.',
]
assert log.count('Nothing to compile') == 1
assert log.count('Compiling 1 source file ') == 1
assert !log.contains('[WARNING]')

// In the end no class has an annotation any more, so nothing that was generated for one is left.
def left = []
new File(basedir, 'target').eachFileRecurse { if (it.isFile() && (it.name.contains('_Span') || it.path.contains('META-INF'))) left << it.name }
assert left.isEmpty()
