/** HTTP at the level of bytes, for what well-behaved clients and servers would never send. */
@NullMarked
package dev.apiauth.testkit.http;

import org.jspecify.annotations.NullMarked;
