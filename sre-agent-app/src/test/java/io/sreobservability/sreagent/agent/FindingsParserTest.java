package io.sreobservability.sreagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingsParserTest {
    @Test
    void aNumberBeyondAllNumbersIsNoMeasure() {
        FindingsParser.Answer answer = FindingsParser.parse("""
                {"findings": [
                  {"kind": "TREND", "text": "it rose", "measure": {"class": "OTHER", "first": 1, "last": 1e999}},
                  {"kind": "TREND", "text": "it fell", "measure": {"class": "OTHER", "first": 2, "last": 1}}]}""");

        assertThat(answer.findings().get(0).measure()).isNull();
        assertThat(answer.findings().get(1).measure()).isNotNull();
    }
}
