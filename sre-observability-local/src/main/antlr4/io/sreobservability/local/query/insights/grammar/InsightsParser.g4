/** The part of CloudWatch Logs Insights QL that the stand-in answers; docs/stand-in.md lists it for users. */
parser grammar InsightsParser;

options {
    tokenVocab = InsightsLexer;
}

query
    : command (PIPE command)* EOF
    ;

command
    : SOURCE STRING # source
    | FIELDS column (COMMA column)* # fields
    | DISPLAY column (COMMA column)* # display
    | FILTER expression # filter
    | STATS statistics += column (COMMA statistics += column)* (BY groups += column (COMMA groups += column)*)? # stats
    | SORT sortKey (COMMA sortKey)* # sort
    | LIMIT NUMBER # limit
    | DEDUP name (COMMA name)* # dedup
    | PARSE name (PATTERN | STRING AS alias (COMMA alias)*) # parse
    | NAME ~PIPE* # unknownCommand
    ;

column
    : expression (AS alias)?
    ;

sortKey
    : expression (ASC | DESC)?
    ;

alias
    : name
    ;

// From what binds tightest to what binds loosest.
expression
    : LPAREN expression RPAREN # parentheses
    | NAME LPAREN (arguments)? RPAREN # call
    | STRING # text
    | NUMBER # number
    | DURATION # duration
    | name # field
    | MINUS expression # negative
    | <assoc = right> expression operator = POWER expression # arithmetic
    | expression operator = (STAR | SLASH | PERCENT) expression # arithmetic
    | expression operator = (PLUS | MINUS) expression # arithmetic
    | expression operator = (EQ | NE | LT | LE | GT | GE) expression # comparison
    | expression NOT? (LIKE | MATCHES) (STRING | PATTERN) # like
    | expression NOT? IN LBRACKET expression (COMMA expression)* RBRACKET # in
    | NOT expression # not
    | expression AND expression # and
    | expression OR expression # or
    ;

arguments
    : STAR
    | expression (COMMA expression)*
    ;

// The names of commands are names of fields, too.
name
    : NAME
    | QUOTED_NAME
    | SOURCE
    | FIELDS
    | DISPLAY
    | FILTER
    | STATS
    | SORT
    | LIMIT
    | DEDUP
    | PARSE
    | ASC
    | DESC
    ;
