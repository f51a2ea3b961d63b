/** Expressions of CloudWatch metric math ("Using math expressions with CloudWatch metrics", CloudWatch user guide). */
grammar MetricMath;

formula
    : expression EOF
    ;

// From what binds tightest to what binds loosest.
expression
    : LPAREN expression RPAREN # parentheses
    | LBRACKET expression (COMMA expression)* RBRACKET # list
    | FUNCTION LPAREN (expression (COMMA expression)*)? RPAREN # call
    | FUNCTION # word
    | STRING # text
    | NUMBER # number
    | ID # reference
    | MINUS expression # negative
    | <assoc = right> expression operator = POWER expression # operation
    | expression operator = (STAR | SLASH) expression # operation
    | expression operator = (PLUS | MINUS) expression # operation
    | expression operator = (EQ | NE | LT | LE | GT | GE) expression # operation
    | expression operator = AND expression # operation
    | expression operator = OR expression # operation
    ;

AND: 'AND' | '&&';
OR: 'OR' | '||';
COMMA: ',';
LPAREN: '(';
RPAREN: ')';
LBRACKET: '[';
RBRACKET: ']';
EQ: '==';
NE: '!=';
LE: '<=';
GE: '>=';
LT: '<';
GT: '>';
PLUS: '+';
MINUS: '-';
STAR: '*';
SLASH: '/';
POWER: '^';
NUMBER: [0-9]+ ('.' [0-9]+)? ([eE] [+-]? [0-9]+)?;
STRING: '\'' ('\\' . | ~['\\])* '\'' | '"' ('\\' . | ~["\\])* '"';
// Ids of queries begin with a small letter, functions with a capital one.
ID: [a-z] [a-zA-Z0-9_]*;
FUNCTION: [A-Z] [A-Z0-9_]*;
SPACE: [ \t\r\n]+ -> skip;
UNKNOWN: .;
