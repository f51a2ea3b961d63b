def log = new File(basedir, 'build.log').text

assert log.contains('3 spans annotated, 3 woven.')
assert log =~ /Tests run: [1-9]\d*, Failures: 0, Errors: 0, Skipped: 0/

// Major version 69 is Java 25 (JVMS 4.1).
new File(basedir, 'target/classes/com/example/hello/PodTool.class').withDataInputStream {
    it.skipBytes(6)
    assert it.readUnsignedShort() == 69
}
