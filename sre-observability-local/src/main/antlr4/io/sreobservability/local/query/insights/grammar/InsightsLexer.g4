/** The words of CloudWatch Logs Insights QL ("CloudWatch Logs Insights language query syntax", CloudWatch Logs user guide). */
lexer grammar InsightsLexer;

options {
    caseInsensitive = true;
    superClass = PatternAwareLexer;
}

SOURCE: 'source';
FIELDS: 'fields';
DISPLAY: 'display';
FILTER: 'filter';
STATS: 'stats';
SORT: 'sort';
LIMIT: 'limit';
DEDUP: 'dedup';
PARSE: 'parse';

AS: 'as';
BY: 'by';
ASC: 'asc';
DESC: 'desc';
AND: 'and';
OR: 'or';
NOT: 'not';
IN: 'in';
LIKE: 'like';

PIPE: '|';
COMMA: ',';
LPAREN: '(';
RPAREN: ')';
LBRACKET: '[';
RBRACKET: ']';
MATCHES: '=~';
EQ: '=';
NE: '!=';
LE: '<=';
GE: '>=';
LT: '<';
GT: '>';
PLUS: '+';
MINUS: '-';
STAR: '*';
PERCENT: '%';
POWER: '^';

// A slash divides, but for where the language expects a pattern.
// The condition stands behind the slash, so that it slows no other word down.
PATTERN: '/' {patternExpected()}? ('\\' ~[\r\n] | ~[/\\\r\n])+ '/';
SLASH: '/';

NUMBER: [0-9]+ ('.' [0-9]+)? ('e' [+-]? [0-9]+)?;
DURATION: [0-9]+ [a-z]+;
STRING: '"' ('\\' . | ~["\\])* '"' | '\'' ('\\' . | ~['\\])* '\'';
NAME: '@'? [a-z_] [a-z0-9_]* ('.' [a-z0-9_@]+)*;
QUOTED_NAME: '`' ~[`\r\n]+ '`';

COMMENT: '#' ~[\r\n]* -> skip;
SPACE: [ \t\r\n]+ -> skip;

// Everything else, so that the parser says where it stands.
UNKNOWN: .;
