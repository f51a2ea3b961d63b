/** Search expressions of CloudWatch ("CloudWatch search expression syntax", CloudWatch user guide). */
grammar MetricSearch;

search
    : LBRACE schema += word (COMMA schema += word)* RBRACE condition? EOF
    ;

// What only stands side by side must all hold.
condition
    : LPAREN condition RPAREN # parentheses
    | word EQ (word | LPAREN choice RPAREN) # property
    | word # anywhere
    | NOT condition # not
    | condition AND? condition # and
    | condition OR condition # or
    ;

choice
    : word (OR word)*
    ;

word
    : QUOTED
    | WORD
    ;

AND: 'AND';
OR: 'OR';
NOT: 'NOT';
LBRACE: '{';
RBRACE: '}';
LPAREN: '(';
RPAREN: ')';
COMMA: ',';
EQ: '=';
QUOTED: '"' ('\\' . | ~["\\])* '"';
WORD: ~[ \t\r\n{}(),="]+;
SPACE: [ \t\r\n]+ -> skip;
UNKNOWN: .;
