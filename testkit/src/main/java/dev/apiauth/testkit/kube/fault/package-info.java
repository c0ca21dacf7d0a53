/** An API server that fails as API servers do: a proxy before a real one. */
@NullMarked
package dev.apiauth.testkit.kube.fault;

import org.jspecify.annotations.NullMarked;
