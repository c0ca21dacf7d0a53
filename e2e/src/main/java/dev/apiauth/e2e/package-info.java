/** The whole product on real parts. Everything is in the tests; nothing depends on this module. */
@org.jspecify.annotations.NullMarked
package dev.apiauth.e2e;
