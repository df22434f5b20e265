// The formula language of metrics and filters. Layered rules, one per precedence, so that no reading is ambiguous:
// "between 1 and 5 and x" would be, in a left-recursive rule.
grammar Formula;

options {
    caseInsensitive = true;
}

formula
    : expression EOF
    ;

expression
    : conjunction (OR conjunction)*
    ;

conjunction
    : inversion (AND inversion)*
    ;

inversion
    : NOT inversion
    | predicate
    ;

predicate
    : sum test?
    ;

test
    : operator=(EQ | NE | LT | LE | GT | GE) sum       # Comparison
    | NOT? IN LPAREN sum (COMMA sum)* RPAREN           # Membership
    | NOT? BETWEEN low=sum AND high=sum                # Range
    | NOT? LIKE pattern=STRING                         # Likeness
    | IS NOT? NULL                                     # Absence
    ;

sum
    : product (operators+=(PLUS | MINUS) product)*
    ;

product
    : factor (operators+=(STAR | SLASH) factor)*
    ;

factor
    : MINUS factor
    | primary
    ;

primary
    : LPAREN expression RPAREN  # Group
    | call                      # Application
    | METRIC                    # Reference
    | kind=NAME STRING          # Moment
    | column                    # Value
    | NUMBER                    # Number
    | STRING                    # Text
    | (TRUE | FALSE)            # Truth
    ;

call
    : function=NAME LPAREN (DISTINCT? arguments+=expression (COMMA arguments+=expression)*)? RPAREN (WHERE condition=expression)?
    ;

column
    : (table=name DOT)? field=name
    ;

name
    : NAME
    | QUOTED
    ;

AND      : 'and' ;
BETWEEN  : 'between' ;
DISTINCT : 'distinct' ;
FALSE    : 'false' ;
IN       : 'in' ;
IS       : 'is' ;
LIKE     : 'like' ;
NOT      : 'not' ;
NULL     : 'null' ;
OR       : 'or' ;
TRUE     : 'true' ;
WHERE    : 'where' ;

LPAREN : '(' ;
RPAREN : ')' ;
COMMA  : ',' ;
DOT    : '.' ;
PLUS   : '+' ;
MINUS  : '-' ;
STAR   : '*' ;
SLASH  : '/' ;
EQ     : '=' ;
NE     : '<>' | '!=' ;
LE     : '<=' ;
GE     : '>=' ;
LT     : '<' ;
GT     : '>' ;

METRIC : '[' ~[\]\r\n]* ']' ;
NUMBER : [0-9]+ ('.' [0-9]+)? ;
STRING : '\'' (~['\r\n] | '\'\'')* '\'' ;
QUOTED : '"' ~["\r\n]+ '"' ;
NAME   : [a-z_] [a-z0-9_]* ;
SPACE  : [ \t\r\n]+ -> skip ;

// Tokens of their own, used by no rule: whoever tries a comment is told so instead of subtracting twice.
COMMENT : '--' | '/*' | '*/' ;
UNKNOWN : . ;
