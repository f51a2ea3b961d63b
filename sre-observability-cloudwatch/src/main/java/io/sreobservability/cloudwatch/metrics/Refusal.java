package io.sreobservability.cloudwatch.metrics;

/** Why a point, or part of it, is not sent: CloudWatch would refuse it, and the whole request with it. */
enum Refusal {
    /** A value is not a number, infinite, or outside CloudWatch's range. */
    VALUE("a value that is not a number or outside CloudWatch's range"),
    /** More than 14 days old or 2 hours ahead. */
    TIMESTAMP("a time stamp more than 14 days old or 2 hours ahead"),
    /** Counts since the start of the program: CloudWatch adds up what it gets and would count them again and again. */
    CUMULATIVE("cumulative counts"),
    /** A summary: quantiles without the values they came from. */
    SUMMARY("a summary, which CloudWatch cannot hold");

    private final String text;

    Refusal(String text) {
        this.text = text;
    }

    /** The reason, to follow "has". */
    String text() {
        return text;
    }
}
