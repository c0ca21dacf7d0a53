/** The table of wrong resources, against an API server and an operator. */
@NullMarked
package dev.apiauth.operator.wrong;

import org.jspecify.annotations.NullMarked;
