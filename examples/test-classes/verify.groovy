def log = new File(basedir, 'build.log').text

// Two builds, and in each the classes of src/main and those of src/test.
assert log.count('1 span annotated, 1 woven.') == 4
assert log.count('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0\n') == 2

def shown = evaluate(new File(examples as String, 'src/it/add-to-your-build.groovy'))(
    '**Annotated methods in `src/test`.**', '**Your own names.**', new File(basedir, 'pom.xml').text)
assert shown.size() == 2
