/** What is to be done about an API token, and what is told about it: pure functions of facts. */
@NullMarked
package dev.apiauth.operator.tokens.decide;

import org.jspecify.annotations.NullMarked;
